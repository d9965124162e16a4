/** Kinds of producers that may take part (QĐ 26/2026/QĐ-TTg, Điều 2 khoản 3), as documents print them. */
export const producerKinds = [
  'Hợp tác xã',
  'Tổ hợp tác',
  'Doanh nghiệp',
  'Trang trại',
  'Hộ kinh doanh',
  'Hội',
  'Hiệp hội',
  'Trung tâm điều hành',
] as const
