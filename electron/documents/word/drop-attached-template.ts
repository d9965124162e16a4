import { templateLimits } from '../../file-limits.ts'
import { openPackage } from '../../workbooks/xlsx/open-package.ts'
import { savePackage } from '../../workbooks/xlsx/save-package.ts'
import { UnreadableWorkbook } from '../../workbooks/xlsx/unreadable-workbook.ts'
import { withoutElements } from '../../workbooks/xlsx/without-elements.ts'
import type { XmlTag } from '../../workbooks/xlsx/xml.ts'

const settings = 'word/settings.xml'
const relations = 'word/_rels/settings.xml.rels'

/**
 * A Word document without the link to the template that it was made from, which Word writes by itself and would fetch
 * anew. The same bytes where there is none, or where it cannot be read: `checkTemplate` says why.
 */
export async function dropAttachedTemplate(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const parts = await openPackage(bytes, templateLimits)
    const changed = new Map<string, string | null>()
    for (const [name, isLink] of [
      [settings, ({ name: element }: XmlTag) => element === 'attachedTemplate'],
      [relations, ({ attributes }: XmlTag) => attributes['Type']?.endsWith('/attachedTemplate') ?? false],
    ] as const) {
      const xml = (await parts.readText(name)) ?? ''
      const without = xml === '' ? xml : withoutElements(xml, isLink)
      if (without !== xml) changed.set(name, without)
    }
    return changed.size === 0 ? bytes : await savePackage(parts, changed)
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return bytes
    throw error
  }
}
