/** Id of what is noted in the editorial log where header lines of a text became those of a message; by it `dossier.yaml` switches that off. */
export const mailHeaders = 'mail-headers'
