import type { Slice } from './connect-store'

export interface Notice {
  id: number
  text: string
  detail?: string
  tone: 'ok' | 'warn'
  /** One thing to do about it, such as undoing what it says. */
  action?: { label: string; run(): void }
  /** Stays until the person acts on it or dismisses it. */
  lasting?: boolean
  /** What it is about: a newer notice of the same takes its place. */
  topic?: string
}

type NewNotice = Omit<Notice, 'id' | 'tone'> & { tone?: Notice['tone'] }

export interface NoticeSlice {
  /** Short messages in the corner: something that was asked for is done. Problems are shown where they happened instead. */
  notices: Notice[]
  notify(text: string, detail?: string, tone?: Notice['tone']): void
  offer(notice: NewNotice): void
  dismissNotice(id: number): void
}

export const noticeSlice: Slice<NoticeSlice> = (set, get) => {
  let lastId = 0
  return {
    notices: [],
    notify: (text, detail, tone) => get().offer({ text, detail, tone }),
    offer(notice) {
      lastId += 1
      const made: Notice = { ...notice, tone: notice.tone ?? 'ok', id: lastId }
      const others = get().notices.filter(({ topic }) => topic === undefined || topic !== made.topic)
      set({ notices: [...others, made] })
    },
    dismissNotice: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  }
}
