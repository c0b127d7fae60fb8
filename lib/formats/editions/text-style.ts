/**
 * The whole style of the text edition: a measure, line height for Khmer, and the reader's own colours and
 * fonts.
 */
export const TEXT_STYLE = [
  ':root{color-scheme:light dark}body{background:Canvas;color:CanvasText}',
  'body{max-width:38rem;margin:auto;padding:.5rem 1rem 3rem;font:1.0625rem/1.55 Georgia,serif;overflow-wrap:break-word}',
  'h1,h2,h3{line-height:1.25;margin:1.4em 0 .4em}h1{font-size:1.75rem}h2{font-size:1.25rem}',
  'p{margin:.7em 0}article{margin-top:1.8em}:first-child+h1,:first-child+h2{margin-top:-.3em}',
  ':lang(km){line-height:1.9}',
  'header nav,footer{margin-top:.7em;border-top:1px solid;padding-top:.7em}footer{margin-top:3rem}',
  // The links of a line are lists, which text browsers show below each other.
  'header nav ul,footer nav ul{margin:0;padding:0;list-style:none}:is(header,footer) nav li{display:inline}:is(header,footer) nav li+li::before{content:" · "}:is(header,footer) nav li:empty{display:none}',
  'a{padding-block:.2em}',
  'figure,blockquote,[role=note]{margin:1.2em 0;padding-inline-start:1rem;border-inline-start:2px solid}',
  '[role=img]{font-family:system-ui,sans-serif}ul:has(>li>[role=img]:first-child),article ul[role=list]{list-style:""}pre{white-space:pre-wrap}code{font-size:.9em}',
  // A table that is wider than the screen scrolls by itself.
  '[role=region]{overflow-x:auto}table{border-collapse:collapse}th,td{padding:.2em .8em .2em 0;text-align:start;vertical-align:top;border-bottom:1px solid}.number{text-align:end;font-variant-numeric:tabular-nums}',
  'sup a{padding:.3em}',
  'input,button{font:inherit;max-width:100%;min-height:2.5rem;padding:.2em .5em}::placeholder{color:inherit;opacity:.75}label{display:block}',
].join('');
