import { keyHealthWords } from '../../../src-shared/words/en/key-health'
import { NoticeBox } from '../../components/notice-box'

export function DamagedFiles({ files }: { files: readonly string[] }) {
  return (
    <NoticeBox tone="bad" title={keyHealthWords.damaged(files.length)}>
      <p>{keyHealthWords.damagedWhy}</p>
      <ul className="mt-1.5">
        {files.map((file) => (
          <li key={file} className="break-all font-mono text-small">
            {file}
          </li>
        ))}
      </ul>
    </NoticeBox>
  )
}
