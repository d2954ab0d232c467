import type { Slice } from './connect-store'

export interface Notice {
  id: number
  text: string
  detail?: string
  tone: 'ok' | 'warn'
}

export interface NoticeSlice {
  /** Short messages in the corner: something that was asked for is done. Problems are shown where they happened instead. */
  notices: Notice[]
  notify(text: string, detail?: string, tone?: Notice['tone']): void
  dismissNotice(id: number): void
}

export const noticeSlice: Slice<NoticeSlice> = (set) => {
  let lastId = 0
  return {
    notices: [],
    notify(text, detail, tone = 'ok') {
      lastId += 1
      const notice: Notice = { id: lastId, text, detail, tone }
      set((state) => ({ notices: [...state.notices, notice] }))
    },
    dismissNotice: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  }
}
