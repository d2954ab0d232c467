import { useEffect } from 'react'

export function useTitle(page: string | undefined): void {
  useEffect(() => {
    document.title = page === undefined ? 'Neurocad Connect' : `${page} · Neurocad Connect`
  }, [page])
}
