import { useState } from 'react'
import { importPageWords } from '../../../../src-shared/words/en/import-page'
import { transferWords as words } from '../../../../src-shared/words/en/transfer'
import { Button } from '../../../components/button'
import { SettingRow } from '../../../components/setting-row'
import { paths } from '../../../lib/paths'
import { ExportDialog } from './export-dialog'
import { PageRow } from './page-row'

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
      <PageRow
        title={importPageWords.title}
        description={importPageWords.lead}
        path={paths.import}
        link={importPageWords.title}
      />
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  )
}
