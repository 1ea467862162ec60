/** The sandbox's style sheet, with the tokens of the design language. */
export const STYLES = `
:root {
  --ink: #14202e; --ink-2: #526174; --hint: #66758a; --line: #e5eaf1; --ground: #f3f6fa; --card: #fff;
  --brand-50: #edf4fe; --brand-100: #d6e6fd; --brand: #1659c6; --brand-700: #0f4498; --brand-900: #0a2757;
  --red: #c43c2c; --red-50: #fdeeeb; --ok: #0e8a5f; --ok-50: #e8f6f0; --warn: #b86e00; --warn-50: #fff5e3;
  --shadow: 0 6px 20px rgb(10 39 87 / 5%);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink); line-height: 1.45; font-size: 15px;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
}
a { color: var(--brand); text-decoration: none; }
.bar { background: var(--brand-900); color: #fff; }
.bar-in { max-width: 1200px; margin: 0 auto; padding: 0 16px; min-height: 56px; display: flex; align-items: center; gap: 0 18px; flex-wrap: wrap; }
.bar a { color: #fff; display: inline-flex; align-items: center; min-height: 44px; opacity: .82; }
.bar a.here, .bar a:hover { opacity: 1; font-weight: 600; }
.bar .brand { font-weight: 700; font-size: 17px; opacity: 1; margin-right: 4px; }
.bar .now { margin-left: auto; font-size: 13px; opacity: .9; white-space: nowrap; }
.bar .tag { margin-left: 6px; }
.bar .now.moved { color: #ffd48a; opacity: 1; }
main { max-width: 1200px; margin: 0 auto; padding: 24px 16px 56px; }
h1 { font-size: 24px; font-weight: 700; margin: 0 0 4px; }
h2 { font-size: 17px; font-weight: 600; margin: 0 0 12px; }
.lead { color: var(--ink-2); margin: 0 0 20px; }
.card { background: var(--card); border-radius: 16px; padding: 16px; box-shadow: var(--shadow); margin-bottom: 12px; }
.small { font-size: 13px; color: var(--ink-2); }
.row { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; }
.grow { flex: 1; min-width: 0; }
.tag { display: inline-block; font-size: 12px; line-height: 20px; padding: 0 8px; border-radius: 10px; background: var(--brand-50); color: var(--brand-700); white-space: nowrap; }
.tag.warn { background: var(--warn-50); color: #8a5300; } .tag.bad { background: var(--red-50); color: #a32e20; }
.tag.ok { background: var(--ok-50); color: #0a6a49; }
button, .button {
  font: inherit; border: 0; border-radius: 12px; min-height: 44px; padding: 0 16px; cursor: pointer; display: inline-flex;
  align-items: center; justify-content: center; background: var(--brand-50); color: var(--brand-700); transition: filter .2s ease-out;
}
button.main, .button.main { background: var(--brand); color: #fff; font-weight: 600; }
button.danger { background: var(--red-50); color: var(--red); }
button:hover, .button:hover { filter: brightness(.96); } button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid #8db7f5; outline-offset: 2px; }
input, select { font: inherit; min-height: 44px; border: 1px solid #cfd7e2; border-radius: 12px; padding: 0 12px; background: #fff; color: var(--ink); max-width: 100%; }
.filters { display: grid; grid-template-columns: 1fr; gap: 8px; }
.people { display: grid; grid-template-columns: 1fr; gap: 12px; }
.person { display: flex; gap: 14px; background: var(--card); border-radius: 16px; box-shadow: var(--shadow); padding: 14px; color: inherit; }
.person:hover { box-shadow: 0 6px 24px rgb(10 39 87 / 12%); }
.person img { width: 64px; height: 79px; border-radius: 10px; flex: none; background: var(--brand-100); }
.person b { font-size: 17px; } .person p { margin: 4px 0 0; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 14px; margin: 0; }
dt { color: var(--hint); } dd { margin: 0; overflow-wrap: anywhere; }
.clock-face { font-size: 40px; font-weight: 700; letter-spacing: -.01em; line-height: 1.2; }
.buttons { display: flex; gap: 8px; flex-wrap: wrap; }
.systems { display: grid; grid-template-columns: 1fr; gap: 12px; }
.system { background: var(--card); border-radius: 16px; box-shadow: var(--shadow); padding: 12px 16px; border-left: 5px solid transparent; }
.system.off { border-left-color: var(--warn); }
.system select { flex: 1; } .system input { width: 112px; }
.system .row { margin-top: 8px; flex-wrap: nowrap; gap: 8px; }
.error { color: var(--red); margin: 8px 0 0; } .error:empty { display: none; }
.desk { display: grid; grid-template-columns: 1fr; gap: 16px; align-items: start; }
.phone { background: #1b2a3d; border-radius: 28px; overflow: hidden; border: 6px solid #1b2a3d; max-width: 402px; width: 100%; margin: 0 auto; display: flex; flex-direction: column; min-height: 620px; }
.phone header { color: #fff; padding: 6px 16px 10px; display: flex; justify-content: space-between; font-size: 13px; }
.phone .go { padding: 12px; background: #fff; border-bottom: 1px solid var(--line); }
.phone .go .button { width: 100%; min-height: 50px; border-radius: 14px; }
.feed { flex: 1; min-height: 0; padding: 12px; background: #e9edf3; overflow-y: auto; border-radius: 0 0 20px 20px; }
.feed > * + * { margin-top: 12px; }
.stamp { text-align: center; font-size: 12px; color: var(--hint); margin: 0 0 6px; }
.bubble { background: #fff; border-radius: 4px 16px 16px; padding: 12px 14px; max-width: 92%; overflow-wrap: anywhere; }
.code { display: flex; align-items: center; justify-content: space-between; gap: 8px; background: var(--brand-50); border-radius: 12px; padding: 4px 4px 4px 14px; margin-top: 10px; font-size: 24px; font-weight: 700; letter-spacing: .12em; }
.code button { font-size: 14px; font-weight: 400; letter-spacing: 0; background: #fff; }
.wx { background: #fff; border-radius: 14px; overflow: hidden; display: block; color: inherit; }
.wx .from { font-size: 12px; color: var(--hint); padding: 10px 14px 0; }
.wx .from i { display: inline-block; width: 14px; height: 14px; border-radius: 4px; background: var(--brand); vertical-align: -2px; margin-right: 6px; }
.wx h3 { font-size: 16px; margin: 4px 14px 10px; font-weight: 600; }
.wx dl { padding: 0 14px 12px; font-size: 14px; grid-template-columns: minmax(64px, auto) 1fr; }
.wx .open { border-top: 1px solid var(--line); padding: 0 14px; min-height: 44px; display: flex; align-items: center; justify-content: space-between; font-size: 14px; color: var(--brand); }
.empty { text-align: center; color: var(--hint); padding: 48px 16px; }
.switch { display: flex; align-items: center; justify-content: space-between; gap: 8px; min-height: 58px; border-top: 1px solid var(--line); }
.switch:first-of-type { border-top: 0; }
@media (max-width: 560px) { .bar-in { padding-bottom: 10px; } .bar .now { flex-basis: 100%; } .clock-face { font-size: 32px; } }
@media (min-width: 720px) {
  .filters { grid-template-columns: 2fr 1fr 1fr auto; }
  .people { grid-template-columns: 1fr 1fr; } .systems { grid-template-columns: 1fr 1fr; }
}
@media (min-width: 1000px) {
  .people { grid-template-columns: 1fr 1fr 1fr; } .systems { grid-template-columns: 1fr 1fr 1fr; }
  .desk { grid-template-columns: 402px 1fr; gap: 28px; } .phone { position: sticky; top: 16px; height: calc(100vh - 32px); max-height: 844px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none; } }
`;
