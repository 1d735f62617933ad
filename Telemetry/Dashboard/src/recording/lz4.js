/** Unpacks an LZ4 frame; checksums are passed over. */
export function decompressLz4(input, size) {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength), output = new Uint8Array(size);
  if (view.getUint32(0, true) !== 0x184d2204) throw new Error("a chunk is no LZ4 frame");
  const flags = input[4];
  let at = 6 + (flags & 0x08 ? 8 : 0) + (flags & 0x01 ? 4 : 0) + 1, end = 0;
  for (;;) {
    const word = view.getUint32(at, true), length = word & 0x7fffffff;
    at += 4;
    if (word === 0) return output;
    if (word & 0x80000000) {
      output.set(input.subarray(at, at + length), end);
      end += length;
    } else end = decompressBlock(input, at, at + length, output, end);
    at += length + (flags & 0x10 ? 4 : 0);
  }
}

function decompressBlock(input, at, stop, output, end) {
  const extend = (length) => {
    if (length < 15) return length;
    let more;
    do length += more = input[at++]; while (more === 255);
    return length;
  };
  while (at < stop) {
    const token = input[at++], literals = extend(token >> 4);
    output.set(input.subarray(at, at + literals), end);
    at += literals;
    end += literals;
    if (at >= stop) break;
    const back = input[at] | (input[at + 1] << 8);
    at += 2;
    const length = extend(token & 15) + 4;
    for (let i = 0; i < length; i++, end++) output[end] = output[end - back];
  }
  return end;
}
