import { ExternalLink } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { TypeView } from '../../../src-shared/contract/directory'
import { typeWords } from '../../../src-shared/words/en/type'

/** What the type is used by, what it asks for and why, and what to do at the provider so that recipes work. */
export function AboutType({ view }: { view: TypeView }) {
  return (
    <div className="flex flex-col gap-6">
      <Part title={typeWords.usedBy}>
        <ul className="flex flex-wrap gap-1.5">
          {view.usedBy.map((node) => (
            <li key={node} className="rounded-control border border-line bg-card px-2 py-0.5 text-small">
              {node}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={typeWords.whoSees}>
        <p className="text-muted">{whoSeesIt(view)}</p>
      </Part>
      {view.scopes.length > 0 && (
        <Part title={typeWords.asksFor}>
          <dl className="flex flex-col gap-2">
            {view.scopes.map(({ name, reason }) => (
              <div key={name}>
                <dt className="break-words font-mono text-small">{name}</dt>
                <dd className="text-muted text-small">{reason}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {(view.help.length > 0 || view.helpLinks.length > 0) && (
        <Part title={typeWords.goodToKnow}>
          <ul className="flex flex-col gap-2 text-muted">
            {view.help.map((paragraph) => (
              <li key={paragraph}>{paragraph}</li>
            ))}
          </ul>
          <ul className="mt-2 flex flex-col gap-1">
            {view.helpLinks.map(({ label, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noopener noreferrer" className="rounded-[3px] text-accent-ink hover:underline">
                  {/* The mark stays with the last word. */}
                  {`${label}\u00a0`}
                  <ExternalLink className="inline size-3 align-[-1px]" aria-hidden />
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

function whoSeesIt({ visibility, managed }: TypeView): string {
  if (visibility === 'private') return typeWords.seenByYou
  return managed ? typeWords.seenByAllManaged : typeWords.seenByAll
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1.5 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
