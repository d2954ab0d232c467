import { expect, test } from 'vitest'
import { AuthorizationBook } from '../../../src-main/engine/connection/authorization-book'
import { FakeClock } from '../../fakes/clock'
import { ada, grace } from './engine-fixture'

function newBook() {
  const clock = new FakeClock()
  const book = new AuthorizationBook(clock, () => undefined)
  let count = 0
  const start = ({ actor }: typeof ada) =>
    book.start({
      type: 'slackApi',
      actor,
      reconnects: undefined,
      request: {
        app: { clientId: 'the-client', fields: {} },
        redirectUri: 'http://127.0.0.1:41234/api/slackApi/oauth/callback',
        state: `state-${count++}`,
        codeVerifier: 'the-verifier',
        loginHint: actor.subject,
        fields: {},
      },
    })
  return { book, clock, start }
}

test('whoever starts too many loses their own oldest, and nobody else’s', () => {
  const { book, start } = newBook()
  const waiting = start(ada)
  const [first, second] = Array.from({ length: 1001 }, () => start(grace))
  expect(book.find(ada.actor, waiting.id)).toBe(waiting)
  expect(() => book.find(grace.actor, `${first?.id}`)).toThrow(expect.objectContaining({ code: 'AUTHORIZATION_UNKNOWN' }))
  expect(() => book.findByState('slackApi', 'state-1')).toThrow(expect.objectContaining({ code: 'AUTHORIZATION_UNKNOWN' }))
  expect(book.find(grace.actor, `${second?.id}`)).toBe(second)
})

test('a finished one is called expired for an hour, and then is not known any more', () => {
  const { book, clock, start } = newBook()
  const { id } = start(ada)
  clock.advance(11 * 60 * 1000)
  start(grace)
  expect(book.find(ada.actor, id).status).toBe('expired')
  clock.advance(60 * 60 * 1000)
  start(grace)
  expect(() => book.find(ada.actor, id)).toThrow(expect.objectContaining({ code: 'AUTHORIZATION_UNKNOWN' }))
})
