/** Follows a demo consent page over plain HTTP, as a script without a browser would. */

/** Parts of button texts, for `approve`. */
export const consentButton = { secondWorkspace: 'Foxglove Labs', cancel: 'Cancel' } as const

interface ConsentForm {
  action: string
  fields: Record<string, string>
  button: string
}

/**
 * Posts one form of the page behind `authorizationUrl`: the first, which approves as the asking actor, or the first whose
 * button contains `button`. Answers the redirect URL that the provider sends the browser to.
 */
export async function approve(authorizationUrl: string, button = ''): Promise<string> {
  const forms = await consentForms(authorizationUrl)
  const form = forms.find((candidate) => candidate.button.includes(button))
  if (form === undefined) throw new Error(`no such button among ${forms.map((candidate) => candidate.button).join(', ')}`)
  return post(new URL(form.action, authorizationUrl).href, form.fields)
}

/** The forms of a consent page, in order. Throws with the status when the page refuses. */
export async function consentForms(authorizationUrl: string): Promise<ConsentForm[]> {
  const page = await fetch(authorizationUrl)
  if (!page.ok) throw new Error(`the consent page answered ${page.status}`)
  return formsIn(await page.text())
}

/** The forms of a page of the demo, in order. */
export function formsIn(html: string): ConsentForm[] {
  return [...html.matchAll(/<form[^>]*\baction="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(([, action = '', body = '']) => ({
    action: decode(action),
    fields: Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
        decode(name),
        decode(value),
      ]),
    ),
    button: decode(/<button[^>]*>([^<]*)<\/button>/.exec(body)?.[1] ?? ''),
  }))
}

async function post(url: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const location = answer.headers.get('location')
  if (answer.status !== 302 || location === null) throw new Error(`the consent answered ${answer.status}`)
  return location
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
