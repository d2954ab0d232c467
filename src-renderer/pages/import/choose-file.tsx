import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { mostFileBytes } from '../../../src-shared/domain/import-limits'
import { importPageWords as words } from '../../../src-shared/words/en/import-page'
import { Button } from '../../components/button'
import { ProblemNotice } from '../../components/problem-notice'
import { classNames } from '../../lib/class-names'
import { type Problem, problemFrom } from '../../lib/problem'
import { useAction } from '../../lib/use-action'
import type { ImportFlow } from './use-import-flow'

/** What was never sent, in the form in which it would have been answered. */
const tooLarge: Problem = {
  ...problemFrom(undefined),
  code: 'PAYLOAD_TOO_LARGE',
  recovery: 'edit_input',
  sentence: words.tooLarge,
}

/** Chosen, or dropped anywhere on the box. What the file is shows from its content, so its name is not asked. */
export function ChooseFile({ flow }: { flow: ImportFlow }) {
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [large, setLarge] = useState(false)
  const upload = useAction(flow.upload)
  const take = (file: File | undefined) => {
    if (file === undefined) return
    setLarge(file.size > mostFileBytes)
    upload.clear()
    if (file.size <= mostFileBytes) void upload.run(file)
  }
  const drag = (event: DragEvent) => {
    // Without this the browser would open the file in place of the page.
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const problem = large ? tooLarge : upload.problem
  return (
    <div className="flex flex-col gap-3">
      <section
        aria-label={words.choose}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          'flex flex-col items-center gap-2 rounded-card border-2 border-dashed px-6 py-10 text-center',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <FileUp className="size-6 text-muted" aria-hidden />
        <input
          ref={picker}
          type="file"
          hidden
          tabIndex={-1}
          onChange={({ target }) => {
            take(target.files?.[0])
            // The same file chosen again is read again: it may have been mended.
            target.value = ''
          }}
        />
        <Button look="primary" busy={upload.busy} onClick={() => picker.current?.click()}>
          {words.choose}
        </Button>
        <p className="text-muted" role="status">
          {upload.busy ? words.reading : words.drop}
        </p>
        <p>{words.kinds}</p>
      </section>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <p className="text-muted">{words.stays}</p>
    </div>
  )
}
