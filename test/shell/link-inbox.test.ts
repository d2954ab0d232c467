import { beforeEach, describe, expect, test } from 'vitest'
import { LinkInbox } from '../../src-main/shell/link-inbox'
import type { DeepLink } from '../../src-shared/domain/deep-link'

let logged: string[]
let taken: DeepLink[]
let inbox: LinkInbox
const take = (link: DeepLink) => {
  taken.push(link)
}
const answer = (code: string) => `neurocad://oauth/callback/slackApi?code=${code}`
const page = 'neurocad://connect/githubApi'

beforeEach(() => {
  logged = []
  taken = []
  inbox = new LinkInbox((line) => logged.push(line))
})

describe('a link', () => {
  test('goes to whoever takes its kind, once', () => {
    inbox.open('open', take)
    inbox.receive([page])
    expect(taken).toEqual([{ kind: 'open', path: '/connect/provider/githubApi' }])
    inbox.open('open', take)
    expect(taken).toHaveLength(1)
  })

  test('that comes too early waits, and only the newest of each kind', () => {
    for (let n = 0; n < 1000; n++) inbox.receive([answer(String(n))])
    inbox.receive([page])
    inbox.open('callback', take)
    expect(taken).toEqual([{ kind: 'callback', type: 'slackApi', query: 'code=999' }])
    inbox.open('open', take)
    expect(taken).toHaveLength(2)
  })

  test('waits again after its kind was closed', () => {
    inbox.open('callback', take)
    inbox.close('callback')
    inbox.receive([answer('late')])
    expect(taken).toEqual([])
    inbox.open('callback', take)
    expect(taken).toMatchObject([{ query: 'code=late' }])
  })

  test('that is refused leaves the one that waits where it is', () => {
    inbox.receive([answer('good')])
    inbox.receive(['neurocad://oauth/callback/slackApi'])
    inbox.open('callback', take)
    expect(taken).toMatchObject([{ query: 'code=good' }])
  })
})

describe('nothing happens but one line without the text', () => {
  test.each([
    ['for what is no link', ['neurocad://remove/secret-of-mine']],
    ['for several links', [page, page]],
    ['for a link with an option beside it', [page, '--inspect=secret-of-mine']],
    ['for an option', ['--secret-of-mine']],
    ['for a link of 100 KB', [`${page}${'secret-of-mine'.repeat(8000)}`]],
  ])('%s', (_name, texts) => {
    inbox.open('open', take)
    inbox.open('callback', take)
    inbox.receive(texts)
    expect(taken).toEqual([])
    expect(logged).toEqual(['a link was refused'])
  })

  test('and not even that when nothing was handed over', () => {
    inbox.receive([])
    expect(logged).toEqual([])
  })
})
