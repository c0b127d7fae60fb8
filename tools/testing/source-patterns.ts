import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression of the source. */
export interface SourcePattern {
  /** The file and line, as `lib/forms.ts:12`. */
  place: string;
  source: string;
  flags: string;
}

/** Files whose patterns meet text from outside, or could one day. */
const FILES = ['{app,components,db,lib}/**/*.{ts,tsx,mjs}', 'server.ts'];
const TEST = /\.test\.tsx?$/;

/** Returns every pattern of the source except those of tests: each literal, and each `new RegExp` of constants. */
export function sourcePatterns(): SourcePattern[] {
  return globSync(FILES)
    .filter((file) => !TEST.test(file))
    .flatMap((file) => patternsIn(file, readFileSync(file, 'utf8')));
}

/**
 * Returns the patterns of one file.
 * @throws when a pattern is built from anything but literals and constants: nobody could judge it.
 */
export function patternsIn(file: string, text: string): SourcePattern[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SourcePattern[] = [];
  const visit = (node: ts.Node): void => {
    const pattern = patternOf(node, parsed);
    const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (pattern) found.push({ place: `${file}:${line}`, ...pattern });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function patternOf(node: ts.Node, file: ts.SourceFile): { source: string; flags: string } | null {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  const isMade =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
  if (!isMade) return null;
  const [source = '', flags = ''] = (node.arguments ?? []).map((part) => textOf(part, file));
  return { source, flags };
}

/** Returns the text of an expression of literals and constants. */
function textOf(node: ts.Expression, file: ts.SourceFile): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(
      ({ expression, literal }) => textOf(expression, file) + literal.text,
    );
    return node.head.text + parts.join('');
  }
  if (ts.isIdentifier(node)) return textOf(constant(node.text, file), file);
  if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'source' &&
    ts.isIdentifier(node.expression)
  ) {
    return patternOf(constant(node.expression.text, file), file)?.source ?? unknown(node);
  }
  return unknown(node);
}

/** Finds the value of a constant, in this file or in the one that it is imported from. */
function constant(name: string, file: ts.SourceFile): ts.Expression {
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      const declared = statement.declarationList.declarations.find((one) => one.name.getText() === name);
      if (declared?.initializer) return declared.initializer;
    }
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const bindings = statement.importClause?.namedBindings;
      const isHere =
        bindings && ts.isNamedImports(bindings) && bindings.elements.some((one) => one.name.text === name);
      if (isHere) return constant(name, parseModule(statement.moduleSpecifier.text, file.fileName));
    }
  }
  throw new Error(`${file.fileName}: ${name} is not a constant`);
}

function parseModule(specifier: string, importer: string): ts.SourceFile {
  const path = specifier.startsWith('@/') ? specifier.slice(2) : join(importer, '..', specifier);
  return ts.createSourceFile(path, readFileSync(`${path}.ts`, 'utf8'), ts.ScriptTarget.Latest, true);
}

function unknown(node: ts.Node): never {
  throw new Error(`${node.getSourceFile().fileName}: a pattern is built from ${node.getText()}`);
}
