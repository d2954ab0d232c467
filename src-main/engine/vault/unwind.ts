/** Runs `work`; should it fail, what it had registered is undone, newest first, before the failure goes on. */
export async function unwinding<T>(work: (undo: (step: () => unknown) => void) => Promise<T>): Promise<T> {
  const steps: (() => unknown)[] = []
  try {
    return await work((step) => steps.push(step))
  } catch (error) {
    for (const step of steps.reverse()) {
      try {
        await step()
      } catch {
        // On a disk that fails, undoing fails too: the first failure is the one to tell, and the other steps are still due.
      }
    }
    throw error
  }
}
