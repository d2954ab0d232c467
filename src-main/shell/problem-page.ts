import { shellWords } from '../../src-shared/words/en/shell'
import { appOrigin, isAppAddress } from './app-address'

/** Why the application's page cannot be shown. */
export type Problem = 'window' | 'preload' | 'engine'

const base = '/problem'
const restartPath = `${base}/restart`
const stylePath = `${base}/page.css`

const texts: Record<Problem, { title: string; why: string; action: string }> = {
  window: { title: shellWords.windowFailed, why: shellWords.windowFailedWhy, action: shellWords.restart },
  preload: { title: shellWords.preloadFailed, why: shellWords.preloadFailedWhy, action: shellWords.restart },
  engine: { title: shellWords.engineFailed, why: shellWords.engineFailedWhy, action: shellWords.tryAgain },
}

export const problemAddress = (problem: Problem): string => `${appOrigin}${base}/${problem}`

/** Whether an address is one of these pages, none of which needs the preload or the engine. */
export const isProblemAddress = (address: string): boolean => pathOf(address).startsWith(`${base}/`)

/** The link of these pages. It is never loaded: the shell sees that it is followed, and starts the application's page anew. */
export const isRestartAddress = (address: string): boolean => pathOf(address) === restartPath

/** What these addresses answer with: a page that is whole in itself, without scripts. Undefined for other addresses. */
export function problemFile(address: string): { type: string; body: string } | undefined {
  const path = pathOf(address)
  if (path === stylePath) return { type: 'text/css; charset=utf-8', body: style }
  const problem = (Object.keys(texts) as Problem[]).find((name) => path === `${base}/${name}`)
  return problem && { type: 'text/html; charset=utf-8', body: page(problem) }
}

const pathOf = (address: string) => (isAppAddress(address) ? new URL(address).pathname : '')

function page(problem: Problem): string {
  const { title, why, action } = texts[problem]
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="stylesheet" href="${stylePath}" />
  </head>
  <body>
    <header></header>
    <main role="alert">
      <h1>${title}</h1>
      <p>${why}</p>
      <a href="${restartPath}" autofocus>${action}</a>
    </main>
  </body>
</html>
`
}

// The colours and measures of `GateCard` in the page, whose style sheet may be what cannot be loaded.
const style = `:root { color-scheme: light dark; font: 13px/1.45 "Inter Variable", system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f5f5f7, #0f0f12); color: light-dark(#18181b, #f4f4f5) }
header { position: fixed; inset: 0 0 auto; height: 44px; -webkit-app-region: drag }
main { box-sizing: border-box; width: min(376px, 100vw - 32px); padding: 28px; border: 1px solid light-dark(#e4e4e8, #2a2a31); border-radius: 12px; background: light-dark(#fcfcfd, #151518) }
h1 { margin: 0 0 6px; font-size: 20px; font-weight: 600; line-height: 1.3; letter-spacing: -0.025em; text-wrap: balance }
p { margin: 0 0 24px; color: light-dark(#52525b, #a1a1aa); text-wrap: pretty }
a { display: block; padding: 6px 12px; border-radius: 6px; background: #4f46e5; color: #fff; font-weight: 500; text-align: center; text-decoration: none }
a:focus-visible { outline: 2px solid light-dark(#4f46e5, #a5b4fc); outline-offset: 2px }
`
