import { useEffect } from 'react'
import { titlePage } from './document-title'

/** For as long as the page is shown: what stands in its place without a title of its own, as when the engine ended, takes the name away. */
export function useTitle(page: string | undefined): void {
  useEffect(() => {
    titlePage(page)
    return () => titlePage(undefined)
  }, [page])
}
