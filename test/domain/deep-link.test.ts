import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { credentialTypeKeys } from '../../src-shared/domain/credential-type'
import { parseDeepLink } from '../../src-shared/domain/deep-link'

const callback = 'neurocad://oauth/callback/slackApi?code=1&state=2'

describe('a link is taken', () => {
  test.each(credentialTypeKeys)('when it opens the page of %s, or answers for it', (type) => {
    expect(parseDeepLink(`neurocad://connect/${type}`)).toEqual({ kind: 'open', path: `/connect/provider/${type}` })
    expect(parseDeepLink(`neurocad://oauth/callback/${type}?code=1`)).toEqual({ kind: 'callback', type, query: 'code=1' })
  })

  test('when it opens the directory, with the slash that some systems add', () => {
    for (const link of ['neurocad://connect', 'neurocad://connect/'])
      expect(parseDeepLink(link)).toEqual({ kind: 'open', path: '/connect' })
  })

  test('with its query untouched, doubled parameters and encoded characters included', () => {
    for (const query of ['state=1&state=2&code=a', 'error=access_denied&error_description=no%0Aline%22', 'code=a+b/c==&x=:@?!$'])
      expect(parseDeepLink(`neurocad://oauth/callback/slackApi?${query}`)).toEqual({ kind: 'callback', type: 'slackApi', query })
  })

  test('up to 8 KiB', () => {
    const fill = 8192 - callback.length
    expect(parseDeepLink(callback + 'a'.repeat(fill))).toMatchObject({ kind: 'callback' })
    expect(parseDeepLink(callback + 'a'.repeat(fill + 1))).toBeUndefined()
  })
})

describe('nothing else is a link', () => {
  test.each([
    ['nothing', ''],
    ['an option', '--inspect=9229'],
    ['another scheme', 'https://connect/slackApi'],
    ['a scheme in capitals', 'NEUROCAD://connect/slackApi'],
    ['a scheme that only starts like ours', 'neurocads://connect/slackApi'],
    ['a scheme without its slashes', 'neurocad:connect/slackApi'],
    ['a single slash', 'neurocad:/connect/slackApi'],
    ['three slashes', 'neurocad:///connect/slackApi'],
    ['no action', 'neurocad://'],
    ['an unknown action', 'neurocad://remove/slackApi'],
    ['an action in capitals', 'neurocad://Connect/slackApi'],
    ['a user', 'neurocad://me@connect/slackApi'],
    ['a user and a password', 'neurocad://me:word@connect/slackApi'],
    ['a port', 'neurocad://connect:80/slackApi'],
    ['an unknown type', 'neurocad://connect/nobodyApi'],
    ['a type of every object', 'neurocad://connect/__proto__'],
    ['a type in other capitals', 'neurocad://connect/SLACKAPI'],
    ['a type with a slash after it', 'neurocad://connect/slackApi/'],
    ['a path that climbs', 'neurocad://connect/../oauth'],
    ['an encoded climb', 'neurocad://connect/%2e%2e/slackApi'],
    ['an encoded slash', 'neurocad://connect%2FslackApi'],
    ['an encoded letter', 'neurocad://connect/slack%41pi'],
    ['an encoded NUL in the path', 'neurocad://connect/slackApi%00'],
    ['an encoded NUL in the query', `${callback}&x=%00`],
    ['a query for a page', 'neurocad://connect/slackApi?next=/settings'],
    ['a fragment for a page', 'neurocad://connect/slackApi#x'],
    ['a fragment after an answer', `${callback}#access_token=x`],
    ['an answer without a type', 'neurocad://oauth/callback?code=1'],
    ['an answer for an unknown type', 'neurocad://oauth/callback/nobodyApi?code=1'],
    ['an answer without a query', 'neurocad://oauth/callback/slackApi'],
    ['an answer with an empty query', 'neurocad://oauth/callback/slackApi?'],
    ['an answer with a longer path', 'neurocad://oauth/callback/slackApi/x?code=1'],
    ['a double quote', `${callback}"`],
    ['a quote that ends an argument', 'neurocad://connect/slackApi" --inspect "'],
    ['a backtick', `${callback}\``],
    ['a backslash', `${callback}\\`],
    ['a pipe', `${callback}|calc`],
    ['angle brackets', `${callback}<script>`],
    ['a space', `${callback} --no-sandbox`],
    ['a space before it', ` ${callback}`],
    ['a line end after it', `${callback}\n`],
    ['a line end in it', 'neurocad://connect\n/slackApi'],
    ['a carriage return', `${callback}\r`],
    ['a tab', `${callback}\t`],
    ['a NUL', `${callback}\0`],
    ['a letter that is not ASCII', `${callback}é`],
    ['a letter that only looks like ours', 'neurocad://сonnect/slackApi'],
    ['a percent sign alone', `${callback}%`],
    ['a percent sign with half a byte', `${callback}%4`],
    ['a percent sign with no byte', `${callback}%zz`],
    ['two links', `${callback} neurocad://connect`],
    ['100 KB', `${callback}${'a'.repeat(100_000)}`],
  ])('%s', (_name, text) => {
    expect(parseDeepLink(text)).toBeUndefined()
  })

  test('and whatever is taken is a known page or answer, of printable ASCII', () => {
    const piece = fc.constantFrom(
      'neurocad://',
      'connect',
      'oauth/callback',
      '/',
      'slackApi',
      '?',
      'a=1',
      '#',
      '%',
      '..',
      '"',
      '\n',
      ' ',
      '@',
    )
    let taken = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const link = parseDeepLink(`neurocad://${pieces.join('')}`)
        if (!link) return
        taken++
        if (link.kind === 'open') expect(link.path).toMatch(/^\/connect(\/provider\/slackApi)?$/)
        else expect(link.query).toMatch(/^[!-~]+$/)
      }),
      { numRuns: 20_000, seed: 7 },
    )
    expect(taken).toBeGreaterThan(0)
  })
})
