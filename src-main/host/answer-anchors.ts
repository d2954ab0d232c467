import { type AnchorStore, NothingKept } from '../engine/port'
import type { AnchorAnswer, AnchorAsk } from './session-messages'

/** Answers a session's question to what is kept outside the vault's folder. Why it failed is not passed on: it may quote a path. */
export async function answerAnchors(
  anchors: AnchorStore,
  message: AnchorAsk,
  post: (answer: AnchorAnswer) => void,
): Promise<void> {
  const { ask } = message
  try {
    if (message.what === 'read') {
      post({ kind: 'anchor', ask, what: 'read', bytes: await anchors.read(message.vaultId) })
      return
    }
    await anchors.write(message.vaultId, message.bytes)
    post({ kind: 'anchor', ask, what: 'written' })
  } catch (error) {
    post({ kind: 'anchor', ask, what: 'refused', nothingKept: error instanceof NothingKept ? error.message : undefined })
  }
}
