import qrcode from 'qrcode-generator'

const margin = 4

/// A QR code as one path of squares of side 1, with the quiet edge that scanners need.
/// @return side of the whole picture, and its dark squares
export function qrPath(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`
    }
  }
  return { size: count + 2 * margin, path }
}
