/** The protocols, as pure components. */
module org.deltabed.protocol {}
