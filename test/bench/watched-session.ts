// The session's worker as the program has it, and beside it a watch of its event loop.
import '../../src-main/host/session-worker'
import { LOOP_CHANNEL, type LoopAnswer, type LoopQuestion } from './loop-channel'

let last = performance.now()
let longest = 0
const look = () => {
  const now = performance.now()
  longest = Math.max(longest, now - last)
  last = now
}
setInterval(look, 1)

const channel = new BroadcastChannel(LOOP_CHANNEL)
channel.onmessage = ({ data }: MessageEvent<LoopQuestion>) => {
  if (data.kind !== 'ask') return
  look()
  channel.postMessage({ kind: 'answer', longest } satisfies LoopAnswer)
  longest = 0
}
