import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Recovery } from '../../../src-shared/contract/error'
import { callbackPageWords } from '../../../src-shared/words/en/callback-page'
import type { ErrorBody } from '../../engine/api/wire-error'

const style = `
:root { color-scheme: light dark; font-family: Inter, system-ui, sans-serif; line-height: 1.5 }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText }
main { max-width: 30rem; padding: 2rem }
h1 { font-size: 1.375rem; margin: 0 0 0.75rem }
p { margin: 0 0 0.75rem }
code { font-size: 0.875rem; opacity: 0.75 }
button { font: inherit; padding: 0.5rem 1rem }
`

/**
 * These pages run no script and load nothing; their one style sheet is allowed by its hash.
 * @param formAction the one origin that a form on the page may be sent to
 */
export const callbackPagePolicy = (formAction = "'none'"): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
  ].join('; ')

export type Page = HtmlEscapedString | Promise<HtmlEscapedString>

export const page = (title: string, content: Page): Page => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${raw(style)}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`

const whatToDo: Record<Recovery, string> = callbackPageWords

/** Why a redirect was refused. Everything in it is escaped; of the provider's answer only its error code is shown. */
export function refusedPage({ code, message, data }: ErrorBody): Page {
  const codes = [code, data.providerError, data.errorId].filter((part) => part !== undefined).join(' · ')
  return page(callbackPageWords.refused, html`<p>${message}</p><p>${whatToDo[data.recovery]}</p><p><code>${codes}</code></p>`)
}

/** Where there is no page of ours to go back to in this browser: the window that asked has the rest. */
export function donePage(question: boolean): Page {
  return question
    ? page(callbackPageWords.question, html`<p>${callbackPageWords.questionLead}</p>`)
    : page(callbackPageWords.connected, html`<p>${callbackPageWords.close}</p>`)
}
