import { shortcutWords } from '../../../src-shared/words/en/shortcuts'
import { Dialog } from '../../components/dialog'
import { KeyCap } from '../../components/key-cap'
import { isMac } from '../../lib/platform'
import { shortcutSheet } from '../../lib/shortcuts'

export default function ShortcutSheet({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={shortcutWords.title} onClose={onClose}>
      <div className="flex flex-col gap-5 px-5 pt-3 pb-5">
        {shortcutSheet(isMac).map(({ title, lines }) => (
          <section key={title}>
            <h3 className="mb-1 text-muted text-small">{title}</h3>
            <dl>
              {lines.map(({ keys, what }) => (
                <div key={what} className="flex h-8 items-center border-line border-b last:border-0">
                  <dt className="flex-1">{what}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <KeyCap key={key}>{key}</KeyCap>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
