import { settingsWords } from '../../../src-shared/words/en/settings'
import { Select } from '../../components/select'
import { classNames } from '../../lib/class-names'
import { paths } from '../../lib/paths'

interface SectionNavProps {
  sections: readonly { id: string; title: string }[]
  current: string
  onGo(id: string): void
}

/** At the left of the sections where there is room for it. */
export function SectionNav({ sections, current, onGo }: SectionNavProps) {
  return (
    <nav aria-label={settingsWords.sections} className="sticky top-6 hidden w-40 shrink-0 self-start lg:block">
      <ul className="flex flex-col gap-0.5">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={paths.settingsSection(id)}
              aria-current={id === current ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault()
                onGo(id)
              }}
              className={classNames(
                'flex min-h-7 items-center rounded-control px-2.5 py-1 transition-colors duration-100 hover:bg-hover hover:text-ink',
                id === current ? 'bg-hover font-medium text-ink' : 'text-muted',
              )}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Where there is none. */
export function SectionSelect({ sections, current, onGo }: SectionNavProps) {
  return (
    <span className="lg:hidden">
      <Select
        aria-label={settingsWords.goTo}
        value={current}
        options={sections.map(({ id, title }) => ({ value: id, label: title }))}
        onValueChange={onGo}
      />
    </span>
  )
}
