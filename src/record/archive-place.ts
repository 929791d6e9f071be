/**
 * Up to where an archive of the web is in the record: `skip` unpacked bytes after byte `at` of its WARC file number
 * `part`, from 0.
 */
export type ArchivePlace = { readonly part: number; readonly at: number; readonly skip: number }
