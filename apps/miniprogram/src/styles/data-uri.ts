/**
 * An SVG image as a `url("data:…")` for a style sheet. Only what CSS and WeChat stumble over is escaped: quotes,
 * angle brackets, `#` and `;` (Taro splits styles at every semicolon).
 */
export const svgUrl = (svg: string): string =>
  `url("data:image/svg+xml,${svg.replace(/"/g, "'").replace(/[<>#;%{}]/g, encodeURIComponent)}")`;
