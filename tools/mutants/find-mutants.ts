import ts from 'typescript';
import { type Replace, replacementsOf } from './operators';

/** One small change of a source file that a test should notice. */
export interface Mutant {
  /** `lib/accounts/tokens.ts:7:20 TOKEN_BYTES → …`, the same in every run while the file is unchanged. */
  id: string;
  file: string;
  line: number;
  start: number;
  end: number;
  /** The original code, and its replacement; empty when the code is removed. */
  original: string;
  replacement: string;
  isStatement: boolean;
}

const LONGEST_SHOWN = 60;

/**
 * Returns every mutant of a source file, in the order of the text.
 * @param file its path from the root of the repository.
 */
export function findMutants(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node) => {
    if (hasNoRules(node)) return;
    for (const replace of replacementsOf(node)) mutants.push(mutantOf(tree, file, node, replace));
    ts.forEachChild(node, (child) => {
      if (!isTarget(child)) visit(child);
    });
  };
  visit(tree);
  return mutants.map((mutant, index) => {
    const before = mutants.slice(0, index).filter(({ id }) => id === mutant.id).length;
    return before === 0 ? mutant : { ...mutant, id: `${mutant.id} (${before + 1})` };
  });
}

function mutantOf(
  tree: ts.SourceFile,
  file: string,
  node: ts.Node,
  { replacement, isStatement }: Replace,
): Mutant {
  const [start, end] = [node.getStart(tree), node.getEnd()];
  const { line, character } = tree.getLineAndCharacterOfPosition(start);
  const original = tree.text.slice(start, end);
  return {
    id: `${file}:${line + 1}:${character + 1} ${shown(original)} → ${shown(replacement) || 'nothing'}`,
    file,
    line: line + 1,
    start,
    end,
    original,
    replacement,
    isStatement,
  };
}

function shown(code: string): string {
  const flat = code.replace(/\s+/g, ' ');
  return flat.length <= LONGEST_SHOWN ? flat : `${flat.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** Types do not exist at run time; imports only name modules; SQL is tested as a whole. */
function hasNoRules(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTaggedTemplateExpression(node)
  );
}

/** Returns whether the node is assigned to: `[a, b] = …` is not an array. */
function isTarget(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.left === node
  );
}
