import { expect, test } from 'vitest';
import { pageStyles } from './page-styles';

test.each([
  ['.a{color:red}.b{color:blue}', '<p class="a">', '.a{color:red}'],
  ['.a,.b{color:red}', '<p class="x b">', '.b{color:red}'],
  ['.a .b{color:red}', '<p class="b">', ''],
  ['table{color:red}p{color:blue}', '<P>', 'p{color:blue}'],
  ['ul.a>li{color:red}', '<ul class="a"><li>', 'ul.a>li{color:red}'],
  ['ul.a>li{color:red}', '<ul class="a">', ''],
  ['*,:root,[data-colours=dark]{color:red}', '<p>', '*,:root,[data-colours=dark]{color:red}'],
  ['.a:not(.b):hover{color:red}', '<p class="a">', '.a:not(.b):hover{color:red}'],
  ['p:is(.b,.c:not(.d)) a{color:red}', '<p><a>', 'p:is(.b,.c:not(.d)) a{color:red}'],
  ['[href=".pdf"]{color:red}', '<p>', '[href=".pdf"]{color:red}'],
  ['.sm\\:p-1\\.5{color:red}', '<p class="sm:p-1.5">', '.sm\\:p-1\\.5{color:red}'],
  ['.\\[\\&_p\\]\\:p-1 p{color:red}', '<div class="[&amp;_p]:p-1"><p>', '.\\[\\&_p\\]\\:p-1 p{color:red}'],
  ['.\\32 xl\\:p-1 a{color:red}', '<p class="2xl:p-1"><a>', '.\\32 xl\\:p-1 a{color:red}'],
  ['.\\32 xl\\:p-1{color:red}', '<p class="p-1">', ''],
  [
    '.content-\\[\\"·\\"\\]{color:red}',
    '<p class="content-[&quot;·&quot;]">',
    '.content-\\[\\"·\\"\\]{color:red}',
  ],
  ['.a:-webkit-any(.b,.c) p{color:red}', '<b class="a"><p>', '.a:-webkit-any(.b,.c) p{color:red}'],
  ['.a:not(.w-\\(--x\\)){color:red}', '<p class="a">', '.a:not(.w-\\(--x\\)){color:red}'],
  ['@container (width>1px){.a{color:red}.b{top:0}}', '<p class="b">', '@container (width>1px){.b{top:0}}'],
  ['@page{margin:0}@layer a;p{color:red}', '<p>', '@page{margin:0}@layer a;p{color:red}'],
  ['@media print{.a{color:red}.b{color:blue}}', '<p class="b">', '@media print{.b{color:blue}}'],
  ['@media print{@supports (a:b){.a{color:red}}}.b{color:blue}', '<p class="b">', '.b{color:blue}'],
  ['@font-face{font-family:x}p{font-family:x}', '<p>', '@font-face{font-family:x}p{font-family:x}'],
  ['@font-face{font-family:"x y"}.a{font-family:x y}p{top:0}', '<p>', 'p{top:0}'],
  ['@keyframes a{from{top:0}to{top:1px}}', '<p>', '@keyframes a{from{top:0}to{top:1px}}'],
])('of %s, %s gets %s', (css, html, expected) => {
  expect(pageStyles(css)(html)).toBe(expected);
});

test('one page takes nothing from another', () => {
  const styles = pageStyles('.a{color:red}.b{color:blue}');
  expect(styles('<p class="a">')).toBe('.a{color:red}');
  expect(styles('<p class="b">')).toBe('.b{color:blue}');
});

test.each([
  ['.a{--tw-leading:1.5;line-height:1.5}', '.a{line-height:1.5}'],
  ['.a{line-height:var(--tw-leading,1.6)}', '.a{line-height:1.6}'],
  [
    '.a{border-style:var(--tw-border-style)}@property --tw-border-style{syntax:"*";initial-value:solid}',
    '.a{border-style:solid}',
  ],
  ['.a{--tw-x:1px;--tw-y:var(--tw-x);translate:var(--tw-x) var(--tw-y)}', '.a{translate:1px 1px}'],
  ['@layer properties{@supports (a:b){*{--tw-x:0}}}.a{color:red}', '.a{color:red}'],
])('%s is sent as %s', (css, expected) => {
  expect(pageStyles(css)('<p class="a">')).toBe(expected);
});

test('the typefaces of Khmer are for pages with Khmer', () => {
  const face = '@font-face{font-family:"K"}';
  const css = `${face}:root{--khmer:"K","L";--serif:"S",var(--khmer,"S")}p{font-family:var(--serif)}`;
  const rest = ':root{--serif:"S",var(--khmer,"S")}p{font-family:var(--serif)}';
  expect(pageStyles(css)('<p>River</p>')).toBe(rest);
  expect(pageStyles(css)('<p>ទន្លេ</p>')).toBe(css);
});

test('tokens that nothing uses are not sent', () => {
  const css = ':root{--a:1;--b:var(--a);--c:2;--d:var(--c)}p{order:var(--d)}';
  expect(pageStyles(css)('<p>')).toBe(':root{--c:2;--d:var(--c)}p{order:var(--d)}');
});
