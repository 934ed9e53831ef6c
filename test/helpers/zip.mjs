/** The members of a zip that is stored uncompressed, by name. */
export function membersOf(zip) {
  const members = new Map();
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [length, nameLength, extra, comment] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    members.set(zip.toString('utf8', at + 46, at + 46 + nameLength), zip.subarray(data, data + length));
    at += 46 + nameLength + extra + comment;
  }
  return members;
}
