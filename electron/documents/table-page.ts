/** A4 landscape; A3 where so many members' columns would leave type that cannot be read. */
export function tablePage(members: number): 'landscape' | 'wide' {
  return members > mostOnA4 ? 'wide' : 'landscape'
}

const mostOnA4 = 12

/**
 * Millimetres of a member's column, which holds "TV01" in bold, and points of the table's type: more members leave less
 * for the products' names.
 */
export function memberColumn(members: number): { readonly width: number; readonly size: number } {
  const inPage = members > mostOnA4 ? members - mostToWiden : members
  return inPage <= 9 ? { width: 11.2, size: 11 } : inPage <= 12 ? { width: 10.2, size: 10 } : { width: 8.8, size: 9 }
}

/** Members that the wide page holds more. */
const mostToWiden = 10
