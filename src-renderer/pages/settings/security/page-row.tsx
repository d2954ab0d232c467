import { ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import { linkLook } from '../../../components/link-look'
import { SettingRow } from '../../../components/setting-row'

interface PageRowProps {
  title: string
  description: string
  path: string
  /** What the link says. */
  link: string
}

/** A setting that has a page of its own. */
export function PageRow({ title, description, path, link }: PageRowProps) {
  return (
    <SettingRow
      title={title}
      description={description}
      control={
        <Link href={path} className={`${linkLook} inline-flex items-center`}>
          {link}
          <ChevronRight className="size-3.5" aria-hidden />
        </Link>
      }
    />
  )
}
