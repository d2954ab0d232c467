import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { answerKeychain } from '../../src-main/host/answer-keychain'
import { RemoteKeychain } from '../../src-main/host/remote-keychain'
import type { KeychainAnswer, KeychainAsk } from '../../src-main/host/session-messages'
import { FakeKeychain } from '../fakes/keychain'

/** The session's end and the host's, over a real channel, with what each of them was told. */
function ends() {
  const { port1: session, port2: host } = new MessageChannel()
  const keychain = new FakeKeychain()
  const asked: KeychainAsk[] = []
  const posted: Uint8Array[] = []
  const remote = new RemoteKeychain((message, transfer) => {
    if (message.what === 'wrap') posted.push(message.bytes)
    session.postMessage(message, transfer)
  })
  session.on('message', (answer: KeychainAnswer) => remote.heard(answer))
  host.on('message', (message: KeychainAsk) => {
    asked.push(message)
    void answerKeychain(keychain, message, (answer, transfer) => host.postMessage(answer, transfer))
  })
  onTestFinished(() => session.close())
  return { keychain, remote, asked, posted }
}

const secret = () => Uint8Array.from({ length: 32 }, (_, index) => index + 1)

test('what is wrapped in one thread is unwrapped in it again, by the keychain of the other', async () => {
  const { remote, keychain } = ends()
  expect(await remote.status()).toEqual(keychain.now)
  const wrapped = await remote.wrap(secret())
  expect(await remote.unwrap(wrapped)).toEqual({ secret: secret(), renewed: undefined })
  keychain.changeKey()
  const { renewed } = await remote.unwrap(wrapped)
  keychain.dropOldKeys()
  expect((await remote.unwrap(renewed ?? wrapped)).secret).toEqual(secret())
})

test('the secret is moved, and erased where it came to: nothing of it stays with the host', async () => {
  const { remote, keychain, asked, posted } = ends()
  const mine = secret()
  const wrapped = await remote.wrap(mine)
  // Erasing its own is the caller's affair; the copy that crossed has left this thread and is zeros in the other.
  expect(mine).toEqual(secret())
  expect(posted.map(({ byteLength }) => byteLength)).toEqual([0])
  const zeros = new Uint8Array(32)
  await expect.poll(() => asked.flatMap((message) => (message.what === 'wrap' ? [message.bytes] : []))).toEqual([zeros])
  await remote.unwrap(wrapped)
  expect(keychain.seen.map((bytes) => Buffer.from(bytes))).toEqual([Buffer.from(zeros), Buffer.from(zeros)])
})

test('a keychain that refuses is a failure for who asked, without its words', async () => {
  const { remote, keychain } = ends()
  keychain.now = { state: 'unavailable', backend: null, reason: null }
  await expect(remote.wrap(secret())).rejects.toThrow('the keychain refused')
  await expect(remote.unwrap(new Uint8Array(60))).rejects.toThrow('the keychain refused')
  expect(await remote.status()).toMatchObject({ state: 'unavailable' })
})
