import { useEffect } from 'react'
import { titlePage } from './document-title'

export function useTitle(page: string | undefined): void {
  useEffect(() => titlePage(page), [page])
}
