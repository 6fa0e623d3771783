// What the desk says in French.
import { errors } from "../contracts/errors.fr.gen";
import type { Messages } from ".";

export const fr: Messages = {
  // Words that every page uses
  back: "Retour",
  done: "Terminé",
  keep: "Garder",
  // Always in sight
  "bar.name": "État de cette tablette",
  "bar.akeyi": "Akeyi",
  "bar.home": "Tous les postes",
  "bar.arrival": "Arrivée : {label}",
  "bar.no_arrival": "Choisir une arrivée",
  "bar.change_worker": "Changer d'agent",
  "bar.unsent": "{n} non envoyé|{n} non envoyés",
  "bar.hub": "centre {ago}",
  "bar.hub_never": "centre pas entendu",
  "bar.refused": "centre : refus",
  "bar.syncing": "reçus {done}",
  "bar.syncing_of": "reçus {done} sur {of}",
  "bar.not_persisted":
    "Le navigateur ne promet pas de garder ce qui est ici. Installez Akeyi et restez près du Wi-Fi.",
  "bar.language": "Langue",
  "bar.theme": "Lumière : {theme}",
  "theme.light": "à l'intérieur",
  "theme.night": "nuit",
  "theme.sunlight": "plein soleil",
  "undo.undo": "Annuler",
  "undo.done": "Annulé.",
  "begun.not_finished": "Pas terminé",
  "begun.drop": "Abandonner : {what}",
  "update.waits": "Une nouvelle version est prête. Tout est envoyé.",
  "update.take": "L'utiliser maintenant",
  // The states of the tablet
  "phase.starting": "Un instant",
  "phase.starting_what": "La tablette lit ce qu'elle garde. Une journée pleine prend quelques secondes.",
  "phase.elsewhere": "Akeyi est ouvert dans un autre onglet",
  "phase.elsewhere_what":
    "Continuez là-bas, ou fermez-le : cette page s'ouvre alors d'elle-même. Rien n'est perdu.",
  "phase.broken": "Cette tablette ne peut rien garder",
  "phase.broken_what":
    "Prenez une autre tablette ou du papier. Ne videz pas le navigateur. Prévenez la personne responsable.",
  "phase.broken_again": "Réessayer",
  "phase.broken_why": "Pour la personne responsable : {reason}",
  // Making the tablet known
  "enrol.heading": "Faire connaître cette tablette",
  "enrol.what": "La personne responsable montre un code au bureau. Scannez-le ou tapez-le.",
  "enrol.code": "Code",
  "enrol.scan": "Scanner le code",
  "enrol.go": "Faire connaître",
  "enrol.busy": "On demande au centre. Cela prend quelques secondes.",
  "refused.goes_on": "Continuez en attendant : tout est gardé sur cette tablette.",
  "refused.enrol": "Faire reconnaître",
  // Who works
  "signin.who": "Qui travaille ici maintenant ?",
  "signin.nobody": "Aucun agent n'est encore connu ici. Connectez-vous une fois au centre.",
  "signin.needs_hub": "besoin du centre la première fois",
  "signin.nothing_lost": "Ce que l'agent précédent a fait est gardé et continue d'être envoyé.",
  "signin.badge": "Badge",
  "signin.scan": "Scanner un badge avec la caméra",
  "signin.two": "Les deux premiers chiffres de votre PIN",
  "signin.whole": "Taper le PIN en entier",
  "signin.pin": "PIN",
  "signin.checking": "Vérification du PIN. Cela prend quelques secondes.",
  "signin.other": "Un autre agent",
  "pin.ok": "OK",
  "pin.delete": "Effacer un chiffre",
  // Days and times: no browser knows Creole
  "dates.months": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
  "dates.seconds": "{n} s",
  "dates.minutes": "{n} min",
  "dates.hours": "{n} h",
  "dates.days": "{n} jour|{n} jours",
  // What went wrong, and what to do now
  "error.number": "Numéro {number}",
  "error.close": "Compris",
  ...errors,
};
