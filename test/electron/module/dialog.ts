import type { Dialog, MessageBoxReturnValue, OpenDialogReturnValue } from 'electron'
import { standIn } from '../stand-in'

/** A dialog that was shown: its kind, and what it was given. */
export const shownDialogs: { kind: 'error' | 'message' | 'open'; options: unknown }[] = []
/** What a person will answer, one after the other; without one they cancel. */
export const dialogAnswers: { buttons: number[]; paths: string[][] } = { buttons: [], paths: [] }

/** The options are the last argument, after a window when there is one. */
const optionsOf = (args: readonly unknown[]) => args.at(-1)

export const dialog = standIn<Dialog>('dialog')({
  showErrorBox(title: string, content: string): void {
    shownDialogs.push({ kind: 'error', options: { title, content } })
    process.stderr.write(`${title}\n${content}\n`)
  },
  async showMessageBox(...args: unknown[]): Promise<MessageBoxReturnValue> {
    const options = optionsOf(args)
    shownDialogs.push({ kind: 'message', options })
    const cancel = typeof options === 'object' && options !== null && 'cancelId' in options ? Number(options.cancelId) : 0
    return { response: dialogAnswers.buttons.shift() ?? cancel, checkboxChecked: false }
  },
  async showOpenDialog(...args: unknown[]): Promise<OpenDialogReturnValue> {
    shownDialogs.push({ kind: 'open', options: optionsOf(args) })
    const filePaths = dialogAnswers.paths.shift() ?? []
    return { canceled: filePaths.length === 0, filePaths }
  },
})
