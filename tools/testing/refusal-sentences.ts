import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What stands in a gap whose words are only known while the program runs. */
const GAP = 'X7';
/** Tools of the command line speak English to operators, and so do settings and the checks of our own code. */
const FOR_OPERATORS =
  /^lib\/(audit|bench|cli|contact-sheet|language|loss-drill|mutants|process|samples|testing|upgrade)\/|^lib\/settings\/environment\.ts|^lib\/backup\/move-data-folder\.ts|^app\/\(reader\)\/|\.test\.tsx?$/;
const CAN_REFUSE = /\bRefusal\b|\brefusal\(|from 'zod'|code: '/;
/** With or without a full stop, as where a sentence ends in an address. */
const SENTENCE = /^(?:[\p{Lu}“]|X7 ).* .*(?:\.|:|\/\/)$/u;

/** A sentence that an author can be refused with, and the file that says it. */
interface Said {
  file: string;
  sentence: string;
}

/**
 * Every sentence in the files that can refuse an author something. Bugs (`new Error`) are left out:
 * nobody is told of them in these words.
 */
export function refusalSentences(root: string): Said[] {
  const files = ['lib', 'app'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return files
    .filter((file) => /\.tsx?$/.test(file) && !FOR_OPERATORS.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return CAN_REFUSE.test(text) ? sentencesIn(file, text) : [];
    });
}

function sentencesIn(file: string, text: string): Said[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Said[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Error') return;
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) {
      node.forEachChild(look);
      return;
    }
    for (const sentence of wordings(node, constantsOf(source))) {
      if (SENTENCE.test(sentence)) found.push({ file, sentence });
    }
  };
  look(source);
  return found;
}

/** Everything that an expression can say: both sides of a choice, constants by their words. */
function wordings(node: ts.Expression, constants: Map<string, string>): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].flatMap((side) => wordings(side, constants));
  }
  if (ts.isIdentifier(node)) return [constants.get(node.text) ?? GAP];
  if (!ts.isTemplateExpression(node)) return [GAP];
  return node.templateSpans.reduce(
    (begun, { expression, literal }) =>
      begun.flatMap((start) => wordings(expression, constants).map((gap) => start + gap + literal.text)),
    [node.head.text],
  );
}

function constantsOf(source: ts.SourceFile): Map<string, string> {
  const declared = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return new Map(
    declared.flatMap(({ name, initializer }) =>
      initializer && ts.isStringLiteral(initializer) ? [[name.getText(), initializer.text]] : [],
    ),
  );
}
