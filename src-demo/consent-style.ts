/** The look of every demo consent page: quiet, and never to be mistaken for the provider's own. */
export const consentStyle = `
:root { color-scheme: light dark; --page: #f6f5f2; --card: #ffffff; --line: #e2dfd8; --text: #22201c; --soft: #6b665d; --accent: #3b5b4f; --on-accent: #ffffff; --note: #fff4d6; --on-note: #6a4b00 }
@media (prefers-color-scheme: dark) {
  :root { --page: #161614; --card: #1f1f1c; --line: #35342f; --text: #ecebe6; --soft: #a5a299; --accent: #9fc9b6; --on-accent: #14211b; --note: #3a2f12; --on-note: #f0d48a }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
main { width: 100%; max-width: 460px; padding: 32px; background: var(--card); border: 1px solid var(--line); border-radius: 14px }
.note { display: inline-block; margin: 0 0 20px; padding: 4px 10px; border-radius: 999px; background: var(--note); color: var(--on-note); font-size: 13px }
h1 { margin: 0 0 8px; font-size: 22px; line-height: 1.3 }
h2 { margin: 24px 0 8px; font-size: 14px; color: var(--soft); font-weight: 600 }
p { margin: 0 0 12px; color: var(--soft) }
ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 6px }
li { padding: 2px 8px; border: 1px solid var(--line); border-radius: 6px; font: 13px/1.6 ui-monospace, monospace }
form { margin: 0 0 8px }
button { width: 100%; padding: 11px 16px; border: 1px solid var(--line); border-radius: 9px; background: transparent; color: inherit; font: inherit; text-align: left; cursor: pointer }
button:hover { border-color: var(--accent) }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
button.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
button.cancel { margin-top: 16px; text-align: center; color: var(--soft) }
`
