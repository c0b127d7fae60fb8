import ts from 'typescript';

/** The replacement of a piece of code. */
export interface Replace {
  replacement: string;
  /** Whether the piece is a whole statement, which is removed. */
  isStatement: boolean;
}

const OTHER_OPERATOR: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
};

/** Calls that only transform their argument: without them it stays as it was. */
const CHANGING_CALL = /^(?:escape\w*|hash\w*|\w*[wW]ords|\w*Html|String|Number|decodeURI\w*|encodeURI\w*)$/;
/** Methods that only transform or narrow the value they are called on. */
const CHANGING_METHOD =
  /^(?:trim|trimEnd|toLowerCase|normalize|slice|filter|sort|reverse|replace|replaceAll|where|limit|orderBy|max|min|int|refine|transform|catch)$/;
/** Calls whose arguments are each a separate condition. */
const ALL_OF = ['and', 'or'];
/** A whole sentence is for people: its wording is not a rule. */
const SENTENCE = /^[A-Z]\S* .*[.!?]$/s;
const MOST_ELEMENTS = 24;

/** Returns every change of this node itself; its children are visited separately. */
export function replacementsOf(node: ts.Node): Replace[] {
  const statement = isDroppable(node) ? [{ replacement: '', isStatement: true }] : [];
  if (goesOnAsChain(node)) return statement;
  return [...statement, ...expressionsFor(node).map((replacement) => ({ replacement, isStatement: false }))];
}

function expressionsFor(node: ts.Node): string[] {
  if (isCondition(node))
    return [
      ...['true', 'false'].filter((value) => !isLoop(node.parent) || value === 'false'),
      ...ownOf(node),
    ];
  return ownOf(node);
}

function ownOf(node: ts.Node): string[] {
  if (ts.isBinaryExpression(node)) return binary(node);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return isCondition(node) ? [] : [node.operand.getText()];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false'];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return ['true'];
  if (ts.isNumericLiteral(node) && !isName(node)) return [`(${node.getText()} + 1)`];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return words(node);
  if (ts.isTemplateExpression(node)) return isForPeople(node) ? [] : ["''"];
  if (ts.isRegularExpressionLiteral(node)) return pattern(node.text);
  if (ts.isCallExpression(node)) return call(node);
  if (ts.isAwaitExpression(node)) return [node.expression.getText()];
  if (ts.isArrayLiteralExpression(node)) return withoutEach(node.elements, '[', ']');
  return [];
}

function binary({ left, operatorToken, right }: ts.BinaryExpression): string[] {
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [left.getText()];
  const other = OTHER_OPERATOR[operatorToken.kind];
  return other ? [`(${left.getText()}) ${other} (${right.getText()})`] : [];
}

function words(node: ts.StringLiteralLike): string[] {
  if (isName(node) || isForPeople(node) || SENTENCE.test(node.text)) return [];
  return [node.text === '' ? "'mutant'" : "''"];
}

/** Returns the pattern without its anchors, and without each of its flags. */
function pattern(literal: string): string[] {
  const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(literal) ?? [];
  const loose = [
    ...(source.startsWith('^') && !/^\^(?:$|[^(]*\|)/.test(source) ? [`/${source.slice(1)}/${flags}`] : []),
    ...(/[^\\]\$$/.test(source) ? [`/${source.slice(0, -1)}/${flags}`] : []),
  ];
  const plain = [...flags]
    .filter((flag) => flag !== 'u' && flag !== 's')
    .map((flag) => `/${source}/${flags.replace(flag, '')}`);
  return [...loose, ...plain];
}

function call(node: ts.CallExpression): string[] {
  const { expression, arguments: given } = node;
  if (ts.isIdentifier(expression)) {
    if (ALL_OF.includes(expression.text)) return withoutEach(given, `${expression.text}(`, ')');
    const [first] = given;
    return first && CHANGING_CALL.test(expression.text) ? [first.getText()] : [];
  }
  if (!ts.isPropertyAccessExpression(expression) || !CHANGING_METHOD.test(expression.name.text)) return [];
  return [expression.expression.getText()];
}

function withoutEach(elements: ts.NodeArray<ts.Node>, open: string, close: string): string[] {
  if (elements.length > MOST_ELEMENTS) return [];
  const texts = elements.map((element) => element.getText());
  return texts.map((_text, index) => open + texts.filter((_, other) => other !== index).join(', ') + close);
}

function isDroppable(node: ts.Node): boolean {
  if (ts.isThrowStatement(node)) return true;
  return ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression);
}

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (!parent || node.kind === ts.SyntaxKind.TrueKeyword) return false;
  if (ts.isIfStatement(parent) || isLoop(parent)) return parent.expression === node;
  return ts.isConditionalExpression(parent) && parent.condition === node;
}

function isLoop(node: ts.Node): node is ts.WhileStatement {
  return ts.isWhileStatement(node);
}

/**
 * Returns whether an optional chain continues, as in `a?.b().c`: brackets around a part of it would end what `?.`
 * skips.
 */
function goesOnAsChain(node: ts.Node): boolean {
  const { parent } = node;
  if (!(node.flags & ts.NodeFlags.OptionalChain) || !parent) return false;
  return (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isCallExpression(parent) ||
      ts.isElementAccessExpression(parent)) &&
    parent.expression === node
  );
}

/** Returns whether it is the name of a property or of a command, which is not a value. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isPropertyAssignment(parent) && parent.name === node;
}

/** Returns whether it is the message of an error, which is for people. */
function isForPeople(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isNewExpression(parent)) return ts.isConditionalExpression(parent) && isForPeople(parent);
  return (
    parent.arguments?.at(-1) === node &&
    parent.arguments.length > 0 &&
    /Refusal|Error|Setting/.test(parent.expression.getText())
  );
}
