import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { importPageWords } from '../../../../src-shared/words/en/import-page'
import { transferWords as words } from '../../../../src-shared/words/en/transfer'
import { Button } from '../../../components/button'
import { linkLook } from '../../../components/link-look'
import { SettingRow } from '../../../components/setting-row'
import { paths } from '../../../lib/paths'
import { ExportDialog } from './export-dialog'

/** Out of the vault and into it. */
export function TransferRows() {
  const [exporting, setExporting] = useState(false)
  return (
    <>
      <SettingRow
        title={words.export}
        description={words.exportLead}
        control={<Button onClick={() => setExporting(true)}>{words.exportButton}</Button>}
      />
      <SettingRow
        title={importPageWords.title}
        description={importPageWords.lead}
        control={
          <Link href={paths.import} className={`${linkLook} inline-flex items-center`}>
            {importPageWords.title}
            <ChevronRight className="size-3.5" aria-hidden />
          </Link>
        }
      />
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  )
}
