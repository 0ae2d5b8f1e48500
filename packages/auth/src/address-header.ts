/** Where the address of the caller stands in a request that is given to the library; set by us alone. */
export const ADDRESS_HEADER = "x-sendex-client-address";
