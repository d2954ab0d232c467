import { settingsWords } from '../../../src-shared/words/en/settings'
import { CopyButton } from '../../components/copy-button'

/** A path or an address, whole, to read and to copy. */
export function PathText({ text, what = settingsWords.path }: { text: string; what?: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5 self-start rounded-control bg-sunken py-0.5 pr-0.5 pl-2">
      <span className="break-all font-mono text-small">{text}</span>
      <CopyButton what={what} text={text} />
    </span>
  )
}
