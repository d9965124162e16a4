import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { AppContext } from '../../context.ts'
import { allowedText, packageLimits } from '../../file-limits.ts'
import { packageFault } from '../../workbooks/package/package-fault.ts'
import { requireFound } from '../commit.ts'
import { isPackage } from '../workspace/hand-over.ts'

/**
 * The package that the system handed over, for the page to look at as one that was chosen there.
 *
 * @throws Refusal `not-found` where none waits, `package-unreadable`
 */
export function readHandedPackage({ workspace: { handed } }: AppContext): File {
  const path = requireFound(handed !== null && isPackage(handed) ? handed : null)
  const { bytes } = packageLimits
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) throw packageFault('Không tìm thấy gói ở nơi đó nữa', 'Chọn lại gói')
  if (size > bytes.most) throw packageFault(bytes.fault, allowedText(bytes))
  return new File([readFileSync(path)], basename(path))
}
