// Runs the built engine in a worker thread as Electron's utility process would: `process.parentPort` is there, and ports arrive
// through it. Processes of plain Node cannot pass a MessagePort to each other; threads can.
import { EventEmitter } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'

const shell = new EventEmitter()
shell.postMessage = (message) => parentPort.postMessage(message)
process.parentPort = shell
// As in Electron, a message waits until somebody listens.
shell.once('newListener', () => {
  queueMicrotask(() => parentPort.on('message', ({ data, ports }) => shell.emit('message', { data, ports })))
})

await import(workerData.entry)
