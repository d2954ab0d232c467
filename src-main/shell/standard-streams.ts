/**
 * A reader that went away (EPIPE), as when the terminal that started the program was closed, ends nothing: the program goes on without
 * being listened to. Any other failure of a stream is a fault of ours.
 */
export function outliveReaders(streams: readonly NodeJS.WritableStream[]): void {
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A terminal that is gone answers EIO.
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    })
}
