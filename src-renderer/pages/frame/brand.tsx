import { commonWords } from '../../../src-shared/words/en/common'
export function BrandMark({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M10.5 21.5v-8a3 3 0 0 1 3-3h1a3 3 0 0 1 3 3v5a3 3 0 0 0 3 3h1"
        stroke="#fff"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle cx="10.5" cy="22" r="2.75" fill="#fff" />
      <circle cx="21.5" cy="10.5" r="2.75" fill="#c7c3ff" />
    </svg>
  )
}

export function Brand() {
  return (
    <div className="flex min-w-0 items-center gap-2 pl-1">
      <BrandMark className="size-5 shrink-0" />
      <span className="hidden truncate font-semibold lg:block">{commonWords.product}</span>
    </div>
  )
}
