import { nd30, quocHieu, tieuNgu } from '../../electron/documents/nd30/measures.ts'
import { paragraph, plainTable, run, tag } from './ooxml.ts'

const { left, right } = nd30.columns

/** The Tiêu ngữ's own length: 159 points at 13, in no-break spaces of 3 points. */
const mottoRule = '\u00a0'.repeat(53)

/** Who issues on the left, the nation's name on the right, number and date beneath (Decree 30, Phụ lục I, Mục IV). */
export function head({ hasDate, hasSubject = false }: { hasDate: boolean; hasSubject?: boolean }): readonly string[] {
  return [
    tag('#du_thao'),
    paragraph('DuThao', 'DỰ THẢO'),
    tag('/du_thao'),
    plainTable(
      [left, right],
      [
        [
          tag('#co_quan_cap_tren') +
            paragraph('CoQuanCapTren', '{co_quan_cap_tren}') +
            tag('/co_quan_cap_tren') +
            paragraph('CoQuan', '{co_quan_ban_hanh}') +
            rule('{ke_co_quan}'),
          paragraph('QuocHieu', quocHieu) + paragraph('TieuNgu', tieuNgu) + rule(mottoRule),
        ],
        [
          paragraph('SoKyHieu', '{so_ky_hieu}') + (hasSubject ? paragraph('VeViec', '{ve_viec}') : ''),
          paragraph('DiaDanh', hasDate ? '{dia_danh_ngay_thang}' : ''),
        ],
      ],
    ),
  ]
}

export const title: readonly string[] = [
  paragraph('TenLoai', '{ten_loai}'),
  paragraph('TrichYeu', '{trich_yeu}'),
  rule('{ke_trich_yeu}'),
]

/** Place of receipt on the left, power, post and name on the right; on one page with the paragraph above. */
export const recipientsAndSignature = plainTable(
  [left, right],
  [
    [
      recipients(),
      paragraph('QuyenHan', '{quyen_han_chuc_vu}') +
        signingSpace() +
        paragraph('NguoiKy', '{chuc_vu_co_quan}') +
        paragraph('NguoiKy', '{nguoi_ky}'),
    ],
  ],
)

/** Secretary on the left, chair on the right (Mẫu 1.9). */
export const twoSignatures = plainTable(
  [80, 85],
  [
    [
      paragraph('QuyenHan', 'THƯ KÝ') + signingSpace() + paragraph('NguoiKy', '{thu_ky}'),
      paragraph('QuyenHan', 'CHỦ TỌA') + signingSpace() + paragraph('NguoiKy', '{chu_toa}'),
    ],
  ],
)

export function recipients(): string {
  return paragraph('NoiNhanDau', 'Nơi nhận:') + tag('#noi_nhan') + paragraph('NoiNhan', '{dong}') + tag('/noi_nhan')
}

function rule(text: string): string {
  return paragraph('Ke', [run(text)])
}

/** Room for a signature and a seal. */
function signingSpace(): string {
  return paragraph('NguoiKy', '', '<w:keepNext/><w:spacing w:before="1100" w:after="0"/>')
}
